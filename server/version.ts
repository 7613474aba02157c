export { version as serviceVersion } from '../package.json';
