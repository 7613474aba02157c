/** Has the browser fetch a file of our own origin to where its downloads go. */

export function fetchFile(path: string, name: string): 'saved' {
  const link = document.createElement('a');
  link.href = path;
  link.download = name;
  link.click();
  return 'saved';
}
