/** What goes into the few files that everybody loads. */
import { describe, expect, it } from 'vitest';
import { neededBy } from './openingParts';

const chunk = (fileName: string, moduleIds: string[], imports: string[] = []) => ({ fileName, moduleIds, imports });

describe('the modules that a part needs', () => {
  const chunks = [
    chunk('index.js', ['main.tsx', 'App.tsx'], ['shared.js']),
    chunk('window.js', ['MainWindow.tsx'], ['shared.js', 'lists.js']),
    chunk('lists.js', ['ListBox'], ['shared.js']),
    chunk('shared.js', ['react']),
    chunk('dialog.js', ['Dialog.tsx'], ['shared.js', 'lists.js']),
  ];

  it('are its own and those of all that it imports, each once', () => {
    expect(neededBy('MainWindow.tsx', chunks)).toEqual(['MainWindow.tsx', 'react', 'ListBox']);
    expect(neededBy('main.tsx', chunks)).toEqual(['main.tsx', 'App.tsx', 'react']);
  });

  it('say so when the part is gone', () => {
    expect(() => neededBy('Renamed.tsx', chunks)).toThrow('Renamed.tsx is not on the page');
  });
});
