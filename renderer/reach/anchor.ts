/** Where a popover for a call opens: at its command on the toolbar, else under the toolbar, wherever the command was given. */
import { commandButtonId, moreButtonId } from '../shell/CommandButton';
import type { ToolbarName } from '../shell/toolbarItems';

export function anchorOf(command: ToolbarName): Element {
  const button = document.getElementById(commandButtonId(command));
  const shown = button !== null && !('over' in button.dataset) ? button : null;
  return shown ?? document.getElementById(moreButtonId) ?? document.body;
}
