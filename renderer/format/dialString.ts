/** The manager's page reads numbers in the same way. */
export { cleanDialString, looksLikeNumber, type DialProblem } from '../../shared/routing/dialString';
