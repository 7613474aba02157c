/** The sounds of this console: written as notes and worked out as samples, so that there is no file to load. Pure. */
import type { RingSound } from '../../shared/console/choices';

interface Note {
  readonly hertz: number;
  /** Seconds from the start of the round, and how long it takes to fade. */
  readonly at: number;
  readonly seconds: number;
  /** How loud each multiple of the pitch is, the pitch itself first. */
  readonly partials: readonly number[];
}

interface Melody {
  /** One round, silence at its end included; it is repeated while a call rings. */
  readonly seconds: number;
  readonly notes: readonly Note[];
}

const struck = [1, 0.45, 0.28, 0.12];
const soft = [1, 0.12];
const hollow = [1, 0, 0.35, 0, 0.14];

const melodies: Readonly<Record<RingSound | 'second', Melody>> = {
  /** Two strokes of a desk bell, twice. */
  bell: {
    seconds: 3.6,
    notes: [0, 0.22, 0.9, 1.12].map((at, index) => ({
      hertz: index % 2 === 0 ? 1_318.5 : 1_046.5,
      at,
      seconds: 0.85,
      partials: struck,
    })),
  },
  /** Four soft notes going up. */
  chime: {
    seconds: 3.8,
    notes: [523.25, 659.25, 783.99, 1_046.5].map((hertz, index) => ({
      hertz,
      at: index * 0.26,
      seconds: 1.1,
      partials: soft,
    })),
  },
  /** Short knocks in threes, for rooms with music in them. */
  pulse: {
    seconds: 2.4,
    notes: [0, 0.16, 0.32, 0.8, 0.96, 1.12].map((at) => ({ hertz: 587.33, at, seconds: 0.14, partials: hollow })),
  },
  second: { seconds: 4.5, notes: [0, 0.2].map((at) => ({ hertz: 440, at, seconds: 0.18, partials: soft })) },
};

/** One round of a sound, values within −1 and 1. `sampleRate`: samples a second. */
export function samplesOf(sound: RingSound | 'second', sampleRate: number): Float32Array<ArrayBuffer> {
  const { seconds, notes } = melodies[sound];
  const samples = new Float32Array(Math.round(seconds * sampleRate));
  for (const note of notes) addNote(samples, note, sampleRate);
  const loudest = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return samples.map((value) => value / loudest);
}

/** From silence and back to it, so that it does not click. */
function addNote(samples: Float32Array, { hertz, at, seconds, partials }: Note, sampleRate: number): void {
  const attack = 0.006;
  const begin = Math.round(at * sampleRate);
  const count = Math.round(seconds * sampleRate);
  for (let index = 0; index < count; index += 1) {
    const time = index / sampleRate;
    const envelope = Math.min(1, time / attack) * (1 - time / seconds) ** 2;
    const wave = partials.reduce((sum, loud, n) => sum + loud * Math.sin(2 * Math.PI * hertz * (n + 1) * time), 0);
    samples[begin + index] = (samples[begin + index] ?? 0) + envelope * wave;
  }
}
