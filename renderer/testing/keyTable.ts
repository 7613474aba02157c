/** The user guide's table of keys, made of the commands as they are: the test beside the cheat sheet compares the two. */
import i18next from 'i18next';
import { commandGroups } from '../commands/command';
import { commands } from '../commands/registry';
import { shortcutText } from '../commands/shortcutText';
import { en } from '../strings/en';

export function keyTable(): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return commandGroups
    .flatMap((group) => [
      `### ${en.commandGroup[group]}`,
      '',
      row(['Command', 'Keys', 'What it does']),
      row(['---', '---', '---']),
      ...commands
        .filter((command) => command.group === group)
        .map(({ name, keys }) =>
          row([
            en.command[name],
            keys.map((one) => shortcutText(one, i18next.t, false)).join(', '),
            en.commandHelp[name],
          ]),
        ),
      '',
    ])
    .join('\n');
}

/** One space where prettier aligns columns with many, so that only words are compared. */
export function asWritten(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').replace(/-{3,}/g, '---').trim())
    .join('\n')
    .trim();
}
