/** The product is built by `npm run build`; what only tests need is built here. */
import { buildStandin } from './standin/build';

export default async function globalSetup(): Promise<void> {
  await buildStandin();
}
