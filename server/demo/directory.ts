/** The demo company's directory: 200 invented people, each of whom has a phone that rings. */
import { european } from './people/european';
import { marNames } from './people/marNames';
import { worldwide } from './people/worldwide';
import { demoAssistants, demoManagers } from './world';

export interface DemoPerson {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly number: string;
  readonly department: string;
}

/** First of the colleagues' numbers; the next one has the next. */
const firstNumber = 1001;

/** Managers and assistants first, then everybody else in the order of their numbers. */
export const demoDirectory: readonly DemoPerson[] = [
  ...demoManagers.map(({ firstName, lastName, department, dn }) => person(firstName, lastName, department, dn)),
  ...demoAssistants.map(({ firstName, lastName, dn }) => person(firstName, lastName, 'Assistants', dn)),
  ...mixed(european, worldwide, marNames).map((row, index) => {
    const [firstName = '', lastName = '', department = ''] = row.split('|');
    return person(firstName, lastName, department, String(firstNumber + index));
  }),
];

/** Everybody in the directory who is neither manager nor assistant. */
export const demoColleagues: readonly DemoPerson[] = demoDirectory.slice(demoManagers.length + demoAssistants.length);

function person(firstName: string, lastName: string, department: string, number: string): DemoPerson {
  return { id: `person-${number}`, firstName, lastName, number, department };
}

/** One row of each list in turn, so that neighbours have names of different languages as in any large company. */
function mixed(...lists: readonly string[]): string[] {
  const rows = lists.map((list) => list.trim().split('\n'));
  const longest = Math.max(...rows.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => rows.flatMap((list) => list[at] ?? [])).flat();
}
