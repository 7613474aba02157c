/** Plays one sound at a time through Web Audio. A loop is played by the sound card's clock: timers of a hidden page come late. */
import type { Preferences } from '../../shared/console/preferences';
import type { RingSound } from '../../shared/console/choices';
import { gainOf, type Tone } from './decide';
import { canChooseDevice, isThere, listOutputs } from './devices';
import { soundStatus } from './status';
import { samplesOf } from './tones';

type Ring = Preferences['ring'];

let audio: AudioContext | null = null;
let playing: { readonly source: AudioBufferSourceNode; readonly gain: GainNode } | null = null;
let sinkId = '';
const buffers = new Map<string, AudioBuffer>();

function context(): AudioContext | null {
  if (audio !== null) return audio;
  try {
    audio = new AudioContext();
    audio.addEventListener('statechange', noteBlocked);
    return audio;
  } catch {
    soundStatus.setState({ failed: true });
    return null;
  }
}

function bufferOf(on: AudioContext, sound: RingSound | 'second'): AudioBuffer {
  const known = buffers.get(sound);
  if (known !== undefined) return known;
  const samples = samplesOf(sound, on.sampleRate);
  const buffer = on.createBuffer(1, samples.length, on.sampleRate);
  buffer.copyToChannel(samples, 0);
  buffers.set(sound, buffer);
  return buffer;
}

/** `preview` is one round; the others go on until `silence`. */
export function play(kind: Tone | 'preview', ring: Ring): void {
  const on = context();
  if (on === null) return;
  stopSource();
  const source = on.createBufferSource();
  const gain = on.createGain();
  source.buffer = bufferOf(on, kind === 'second' ? 'second' : ring.sound);
  source.loop = kind !== 'preview';
  gain.gain.value = gainOf(kind === 'second' ? 'second' : 'ring', ring);
  source.connect(gain).connect(on.destination);
  if (kind === 'preview') source.addEventListener('ended', () => playing?.source === source && silence());
  source.start();
  playing = { source, gain };
  soundStatus.setState({ playing: kind });
  void sendTo(on, ring.deviceId);
  wake();
}

/** At once, not at the end of the round. */
export function silence(): void {
  stopSource();
  soundStatus.setState({ playing: null, blocked: false });
  // An idle sound device must not be kept awake all day.
  if (audio?.state === 'running') void audio.suspend();
}

function stopSource(): void {
  playing?.source.stop();
  playing?.gain.disconnect();
  playing = null;
}

/** A device that is gone must not silence a call: the system's own rings instead, and the screen says so. */
async function sendTo(on: AudioContext, deviceId: string | null): Promise<void> {
  const wanted = deviceId ?? '';
  if (!canChooseDevice(on)) return;
  try {
    // One that was pulled out while it is in use is not refused: it is silent.
    if (wanted !== '' && !isThere(wanted, await listOutputs())) throw new Error('gone');
    if (wanted !== sinkId) await on.setSinkId(wanted);
    sinkId = wanted;
    soundStatus.setState({ deviceGone: false });
  } catch {
    await on.setSinkId('').catch(() => undefined);
    sinkId = '';
    soundStatus.setState({ deviceGone: true });
  }
}

/** A browser may refuse to be heard until somebody has touched the page; every touch tries again. */
export function wake(): void {
  if (audio === null || playing === null || audio.state === 'running') return;
  audio.resume().then(noteBlocked, noteBlocked);
  // A refusal is no answer at all: said when it has not started in a moment.
  setTimeout(noteBlocked, 600);
}

function noteBlocked(): void {
  const blocked = playing !== null && audio !== null && audio.state !== 'running';
  if (soundStatus.getState().blocked !== blocked) soundStatus.setState({ blocked });
}
