/** Shown instead of the console to a browser that may not use it. No script, no style, nothing to load. */
export const usedLinkPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="color-scheme" content="light dark">
    <title>Assistant Console: this link has been used</title>
  </head>
  <body>
    <h1>This link has been used</h1>
    <p>Each link opens the console in one browser. A new one is in the window in which the console was started,
      in the last line that begins with <strong>Console:</strong></p>
  </body>
</html>
`;
