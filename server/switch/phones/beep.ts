/** The alert tone, for ears: two short soft notes. The sound device is opened by a press, as browsers want it. */
let audio: AudioContext | null = null;

/** Call from a press of the sound switch. */
export async function openSound(): Promise<void> {
  audio ??= new AudioContext();
  await audio.resume();
}

const notes = [
  { hertz: 880, at: 0 },
  { hertz: 1_175, at: 0.14 },
] as const;
const noteSeconds = 0.12;
const loudness = 0.12;

export function beep(): void {
  if (!audio) return;
  for (const { hertz, at } of notes) {
    const begin = audio.currentTime + at;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = hertz;
    // From and to silence, so that it does not click.
    volume.gain.setValueAtTime(0, begin);
    volume.gain.linearRampToValueAtTime(loudness, begin + 0.015);
    volume.gain.linearRampToValueAtTime(0, begin + noteSeconds);
    tone.connect(volume).connect(audio.destination);
    tone.start(begin);
    tone.stop(begin + noteSeconds);
  }
}
