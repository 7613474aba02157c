import { UsersRound } from 'lucide-react';
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ringingHereFor } from '../../store/selectors';
import { useApp } from '../../store/context';
import { EmptyState } from '../../ui/EmptyState';
import { Panel } from '../../ui/Panel';
import { ConfigureButton } from './ConfigureButton';
import { FeatureSwitch } from './FeatureSwitch';
import { FilterModeButton } from './FilterModeButton';
import { ManagerName } from './ManagerName';
import { ManagerNow } from './ManagerNow';
import './managers.css';

/** A row a manager. Monitoring and features only: the calls themselves are handled in My calls. */
export function ManagersPanel() {
  const { t } = useTranslation();
  const managers = useApp((state) => state.console?.managers) ?? [];
  const calls = useApp((state) => state.console?.calls) ?? [];
  // Filters and divert all are proxy line mode's only (product §5).
  const proxy = useApp((state) => state.console?.mode) !== 'shared';
  const count = managers.length;
  const rows = managers.map((manager) => ({
    id: manager.managerId,
    manager,
    ringing: ringingHereFor({ calls }, manager.managerId) !== null,
  }));
  return (
    <Panel
      name="managers"
      title={t('manager.panel')}
      count={{ value: count, label: t('manager.count', { count }) }}
      facts
    >
      {count === 0 ? (
        <EmptyState icon={<UsersRound size={22} />} title={t('manager.none')} text={t('manager.noneText')} />
      ) : (
        <div className="managers scroll">
          <Table className="managers__table" aria-label={t('manager.panel')}>
            <TableHeader>
              <Column isRowHeader className="managers__name">
                {t('manager.name')}
              </Column>
              <Column className="managers__now">{t('manager.now')}</Column>
              <Column className="managers__tight">{t('manager.dnd')}</Column>
              {proxy && <Column className="managers__tight">{t('manager.divert')}</Column>}
              {proxy && <Column className="managers__tight">{t('manager.filter')}</Column>}
              {proxy && <Column className="managers__tight">{t('manager.mode')}</Column>}
              {proxy && (
                <Column className="managers__end">
                  <span className="visually-hidden">{t('manager.configureColumn')}</span>
                </Column>
              )}
            </TableHeader>
            <TableBody items={rows}>
              {({ manager, ringing }) => (
                <Row
                  className={ringing ? 'manager manager--hot' : 'manager'}
                  textValue={manager.name}
                  data-manager={manager.managerId}
                >
                  <Cell>
                    <ManagerName manager={manager} />
                  </Cell>
                  <Cell>
                    <ManagerNow manager={manager} />
                  </Cell>
                  <Cell>
                    <FeatureSwitch manager={manager} feature="doNotDisturb" />
                  </Cell>
                  {proxy && (
                    <Cell>
                      <FeatureSwitch manager={manager} feature="divertAll" />
                    </Cell>
                  )}
                  {proxy && (
                    <Cell>
                      <FeatureSwitch manager={manager} feature="filterOn" />
                    </Cell>
                  )}
                  {proxy && (
                    <Cell>
                      <FilterModeButton manager={manager} />
                    </Cell>
                  )}
                  {proxy && (
                    <Cell>
                      <ConfigureButton manager={manager} />
                    </Cell>
                  )}
                </Row>
              )}
            </TableBody>
          </Table>
        </div>
      )}
    </Panel>
  );
}
