/** This machine itself: what is said there crosses no network. */
export function isLoopback(host: string): boolean {
  const name = host.trim().toLowerCase();
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
}
