import { useApp } from '../store/context';
import { AccountMenu } from './AccountMenu';
import { DialField } from './DialField';
import { LinkPill } from './LinkPill';
import './topBar.css';

export function TopBar() {
  const me = useApp((state) => state.console?.me);
  return (
    <div className="top">
      <div className="top__who">{me && <AccountMenu name={me.name} dn={me.dn} />}</div>
      <DialField />
      <div className="top__end">
        <LinkPill />
      </div>
    </div>
  );
}
