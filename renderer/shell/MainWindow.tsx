import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandOverlays } from '../commands/CommandOverlays';
import { ConfigureDialog } from '../configure/ConfigureDialog';
import { DragHint } from '../dnd/DragHint';
import { Panels } from '../layout/Panels';
import { ClearDialog } from '../panels/history/ClearDialog';
import { SpeedDialOverlays } from '../panels/speedDials/SpeedDialOverlays';
import { PreferenceOverlays } from '../preferences/PreferenceOverlays';
import { CallOverlays } from '../reach/CallOverlays';
import { UpdateReady } from '../desktop/UpdateReady';
import { RecorderStopped } from '../recordings/RecorderStopped';
import { useApp } from '../store/context';
import { fetchWhenIdle } from '../ui/later';
import { Banner } from './Banner';
import { FileProblems } from './FileProblems';
import { StatusBar } from './StatusBar';
import { Toolbar } from './Toolbar';
import { TopBar } from './TopBar';
import './mainWindow.css';

/** The one window: what is going on above, the panels in the middle, how the console stands below; dialogs lie over it. */
export function MainWindow() {
  const { t } = useTranslation();
  const live = useApp((state) => state.link.phase === 'live');
  useEffect(fetchWhenIdle, []);
  return (
    <div className="window" data-stale={live ? undefined : ''}>
      <header>
        <h1 className="visually-hidden">{t('app.name')}</h1>
        <TopBar />
        <Toolbar />
        <Banner />
        <FileProblems />
        <RecorderStopped />
        <UpdateReady />
      </header>
      <Panels />
      <StatusBar />
      <DragHint />
      <CallOverlays />
      <CommandOverlays />
      <ConfigureDialog />
      <SpeedDialOverlays />
      <ClearDialog />
      <PreferenceOverlays />
    </div>
  );
}
