import { useTranslation } from 'react-i18next';
import { ConfigureDialog } from '../configure/ConfigureDialog';
import { CallsPanel } from '../panels/calls/CallsPanel';
import { DirectoryPanel } from '../panels/directory/DirectoryPanel';
import { ManagersPanel } from '../panels/managers/ManagersPanel';
import { useApp } from '../store/context';
import { Banner } from './Banner';
import { StatusBar } from './StatusBar';
import { Toolbar } from './Toolbar';
import { TopBar } from './TopBar';
import './mainWindow.css';

export function MainWindow() {
  const { t } = useTranslation();
  const live = useApp((state) => state.link.phase === 'live');
  return (
    <div className="window" data-stale={live ? undefined : ''}>
      <header>
        <h1 className="visually-hidden">{t('app.name')}</h1>
        <TopBar />
        <Toolbar />
        <Banner />
      </header>
      <main className="window__body">
        <CallsPanel />
        <ManagersPanel />
        <DirectoryPanel />
      </main>
      <StatusBar />
      <ConfigureDialog />
    </div>
  );
}
