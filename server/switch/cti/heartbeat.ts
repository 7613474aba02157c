/** Both ends of the CTI link find out that the other is frozen, which a socket alone never tells: any frame proves life. */
import type { WebSocket } from 'ws';

/** Beats without a sign of life until the other end counts as gone. */
const patience = 4;
export const defaultHeartbeatMs = 500;

/**
 * Pings every `intervalMs` and calls `onSilent` once when nothing has come for four beats (2 s by default).
 * Each ping carries `payload`. Beats are counted, not time: a process that was asleep itself does not blame the other for it.
 */
export function watchHeartbeat(
  socket: WebSocket,
  intervalMs: number,
  onSilent: () => void,
  payload: () => string = () => '',
): void {
  let missed = 0;
  const alive = () => (missed = 0);
  for (const sign of ['message', 'ping', 'pong']) socket.on(sign, alive);
  const timer = setInterval(() => {
    missed += 1;
    if (missed <= patience) {
      socket.ping(payload());
      return;
    }
    clearInterval(timer);
    onSilent();
  }, intervalMs);
  socket.on('close', () => clearInterval(timer));
}
