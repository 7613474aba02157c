/** Our replay, whole, as its page shows it: from the bytes of the file. */
import '../../../../../renderer/bridge/noEval';
import '@fontsource-variable/inter/index.css';
import '../../../../../shared/look/tokens.css';
import '../../../../../renderer/styles/base.css';
import '../../../../../renderer/layout/layout.css';
import '../../../../../renderer/shell/mainWindow.css';
import '../../../../../renderer/replay/replay.css';
import { createRoot } from 'react-dom/client';
import { opener } from '../../../../../renderer/replay/opening/opener';
import { Replay } from '../../../../../renderer/replay/Replay';
import type { ReplaySession } from '../../../../../renderer/replay/core/session';
import { startReplayStrings } from '../../../../../renderer/replay/strings';
import { painted } from '../../../console/page/painted';
import { bytesOf, callsIn } from './contents';

await startReplayStrings('en');
const place = document.getElementById('root');
if (place === null) throw new Error('the page has a root');
const root = createRoot(place);
let session: ReplaySession | null = null;

window.contender = {
  open: async (name) => {
    const bytes = await bytesOf(name);
    const began = performance.now();
    const opened = await new Promise<ReplaySession>((resolve, reject) => {
      const opening = opener((stage) => {
        if (stage.kind === 'open') resolve(stage.session);
        if (stage.kind === 'failed') reject(new Error(stage.problem));
      });
      opening.open({ name, bytes: bytes.length, stream: new Blob([bytes]).stream() });
    });
    root.render(<Replay session={opened} onAnother={() => undefined} notice={null} />);
    do await painted();
    while (document.querySelector('.replay') === null);
    const ms = performance.now() - began;
    // The check of all checkpoints, which the other does not have, goes on for a while.
    while (opened.view.getState().check.kind === 'running') await painted();
    session = opened;
    return ms;
  },
  seek: async (offset) => {
    if (session === null) throw new Error('nothing is open');
    const began = performance.now();
    session.play({ type: 'seek', time: session.recording.timeOf(0) + offset });
    await painted();
    return performance.now() - began;
  },
  calls: () => callsIn(document),
};
