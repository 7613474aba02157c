/** Resolves once what has been changed by now is on the screen: after the next frame was made. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(null);
    });
  });
}

/** Milliseconds from a change to the screen; begins at any moment of a frame, as events do. */
export async function timesOf(count: number, change: (round: number) => void): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < count; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20 + ((round * 7) % 17)));
    const began = performance.now();
    change(round);
    await painted();
    times.push(performance.now() - began);
  }
  return times;
}
