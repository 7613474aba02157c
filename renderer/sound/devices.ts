/** The loudspeakers and headsets that a ring can come out of. */
export interface OutputDevice {
  readonly id: string;
  readonly label: string;
}

export type Outputs =
  | { readonly kind: 'named'; readonly devices: readonly OutputDevice[] }
  /** The browser tells their names only after it has been allowed to. */
  | { readonly kind: 'unnamed' }
  /** This browser always uses the system's device. */
  | { readonly kind: 'unsupported' };

interface CanChoose {
  setSinkId(id: string): Promise<void>;
}

export function canChooseDevice(audio: object): audio is CanChoose {
  return 'setSinkId' in audio && typeof audio.setSinkId === 'function';
}

/** Missing outside of secure pages, whatever the types say. */
function mediaDevices(): MediaDevices | null {
  return 'mediaDevices' in navigator ? navigator.mediaDevices : null;
}

/** The system's own choice is offered anyway; its two aliases would only be there twice. */
export function namedOutputs(found: readonly Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>[]): Outputs {
  const outputs = found.filter(({ kind }) => kind === 'audiooutput');
  const named = outputs.filter(({ label }) => label !== '');
  if (outputs.length > 0 && named.length === 0) return { kind: 'unnamed' };
  const own = named.filter(({ deviceId }) => !['', 'default', 'communications'].includes(deviceId));
  return { kind: 'named', devices: own.map(({ deviceId, label }) => ({ id: deviceId, label })) };
}

export async function listOutputs(): Promise<Outputs> {
  const media = mediaDevices();
  if (media === null || !canChooseDevice(AudioContext.prototype)) return { kind: 'unsupported' };
  return namedOutputs(await media.enumerateDevices().catch(() => []));
}

/** Gone for sure only where the browser tells the names of all. */
export function isThere(id: string, outputs: Outputs): boolean {
  return outputs.kind !== 'named' || outputs.devices.some((device) => device.id === id);
}

/** The browser asks for the microphone, for want of a smaller question; it is let go at once. False when it was not allowed. */
export async function askForNames(): Promise<boolean> {
  try {
    const stream = await mediaDevices()?.getUserMedia({ audio: true });
    stream?.getTracks().forEach((track) => track.stop());
    return stream !== undefined;
  } catch {
    return false;
  }
}

/** Returns the function that ends it. */
export function onDevicesChange(listener: () => void): () => void {
  const media = mediaDevices();
  media?.addEventListener('devicechange', listener);
  return () => media?.removeEventListener('devicechange', listener);
}
