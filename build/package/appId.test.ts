/** Windows shows a notification only where the program and its shortcut say the same name. */
import { expect, it, vi } from 'vitest';
import { appId as running } from '../../electron/desktop/identity';
import { appId as installed } from './about';

vi.mock('electron', () => ({}));

it('the app calls itself what its installer calls it', () => expect(running).toBe(installed));
