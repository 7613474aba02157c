/** What `npm start` and `npm test` say while they work. One line a step; no colours that a log file would keep. */

export function step(message: string): void {
  console.log(`  … ${message}`);
}

export function done(message: string): void {
  console.log(`  ✓ ${message}`);
}

export function failed(message: string): void {
  console.log(`  ✗ ${message}`);
}
