/** The replay: a page of its own without any bridge. What it can reach is a file, and the recordings of the host it came from. */
import '../bridge/noEval';
import '@fontsource-variable/inter/index.css';
import '../../shared/look/tokens.css';
import '../styles/base.css';
import '../layout/layout.css';
import '../shell/mainWindow.css';
import './replay.css';
import { createRoot } from 'react-dom/client';
import { followSystemLook, showLook } from '../preferences/showLook';
import { ReplayPage } from './opening/ReplayPage';
import { startReplayStrings } from './strings';
import { wishesOf } from './wishes';

const wishes = wishesOf(location.search);
showLook(wishes);
followSystemLook(() => wishes);
await startReplayStrings(wishes.language);

const root = document.getElementById('root');
if (root) createRoot(root).render(<ReplayPage />);
