/** Entry of the script that is put into pages. */
export { joinIsolatedWorld } from './isolatedWorld';
export { guardDoors, joinMainWorld } from './mainWorld';
