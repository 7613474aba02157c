/** Gives a text to the browser to save: it asks, or puts it where downloads go, as the person has set it. */

/** Milliseconds after which the download has its own hold on what it saves. */
const hold = 60_000;

export function download(name: string, text: string): 'saved' {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), hold);
  return 'saved';
}
