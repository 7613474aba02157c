/** What is only said in parts that are opened later (ui/later.ts): fetched with the first of them. */
import about from './about.json';
import cheatSheet from './cheatSheet.json';
import check from './check.json';
import commandGroup from './commandGroup.json';
import configure from './configure.json';
import crash from './crash.json';
import dialLink from './dialLink.json';
import linkHistory from './linkHistory.json';
import menu from './menu.json';
import patternProblem from './patternProblem.json';
import preferences from './preferences.json';
import reach from './reach.json';
import recordings from './recordings.json';
import settings from './settings.json';
import shape from './shape.json';
import shapeExample from './shapeExample.json';
import shortcut from './shortcut.json';
import speedDialImport from './speedDialImport.json';
import update from './update.json';
import systemKey from './systemKey.json';
import tray from './tray.json';

export const later = {
  about,
  cheatSheet,
  check,
  commandGroup,
  configure,
  crash,
  dialLink,
  linkHistory,
  menu,
  patternProblem,
  preferences,
  reach,
  recordings,
  settings,
  shape,
  shapeExample,
  shortcut,
  speedDialImport,
  update,
  systemKey,
  tray,
};
