/** Who serves a manager now (product §5: the default assistant takes its managers back when it comes online). */
import type { UserId } from '../ids';

export interface AssistantPresence {
  readonly userId: UserId;
  readonly online: boolean;
}

/** `assistants` in their configured order. Null when none is online. */
export function activeAssistant(
  assistants: readonly AssistantPresence[],
  defaultAssistant: UserId | null,
): UserId | null {
  const online = assistants.filter((assistant) => assistant.online);
  return (online.find((assistant) => assistant.userId === defaultAssistant) ?? online[0])?.userId ?? null;
}
