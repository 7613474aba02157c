/** The limits of product §4, each in one place. A configuration that breaks one is refused with a message that names it. */
import { maxParties } from './calls/parties';
import { maxResults } from './directory/query';
import { maxPatternsPerList } from './routing/pattern';

export const limits = {
  assistantsPerManager: 10,
  managersPerAssistant: 33,
  managersPerCluster: 3_500,
  assistantsPerCluster: 3_500,
  /** Pools of primary and backup, numbered from 1. */
  pools: 3,
  patternsPerList: maxPatternsPerList,
  directoryResults: maxResults,
  partiesJoined: maxParties,
} as const;
