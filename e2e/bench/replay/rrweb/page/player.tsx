/** rrweb-player as its own documents say to use it: from the bytes of a file with rrweb's events. */
import { painted } from '../../../console/page/painted';
import { bytesOf, callsIn } from './contents';
import type { RrwebPlayer } from './rrweb';

const size = { width: 1_280, height: 720 };
let player: InstanceType<RrwebPlayer['Player']> | null = null;

function shown(): Document | null | undefined {
  return document.querySelector('iframe')?.contentDocument;
}

window.contender = {
  open: async (name) => {
    const bytes = await bytesOf(name);
    const target = document.getElementById('root');
    if (target === null) throw new Error('the page has a root');
    const began = performance.now();
    const events: unknown = JSON.parse(new TextDecoder().decode(bytes));
    player = new window.rrwebPlayer.Player({ target, props: { events, autoPlay: false, ...size } });
    do await painted();
    while (!shown()?.getElementById('root')?.hasChildNodes());
    return performance.now() - began;
  },
  seek: async (offset) => {
    if (player === null) throw new Error('nothing is open');
    const began = performance.now();
    player.goto(offset, false);
    await painted();
    return performance.now() - began;
  },
  calls: () => callsIn(shown()),
};
