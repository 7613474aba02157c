/** English, the language the others are translated from: one file an area of the screen. This is the one list of the areas. */
import about from './about.json';
import action from './action.json';
import announce from './announce.json';
import app from './app.json';
import banner from './banner.json';
import call from './call.json';
import cheatSheet from './cheatSheet.json';
import command from './command.json';
import commandGroup from './commandGroup.json';
import commandHelp from './commandHelp.json';
import configure from './configure.json';
import dialProblem from './dialProblem.json';
import directory from './directory.json';
import drag from './drag.json';
import error from './error.json';
import fileName from './fileName.json';
import fileProblem from './fileProblem.json';
import history from './history.json';
import key from './key.json';
import layout from './layout.json';
import link from './link.json';
import login from './login.json';
import loginFailure from './loginFailure.json';
import manager from './manager.json';
import palette from './palette.json';
import patternProblem from './patternProblem.json';
import preferences from './preferences.json';
import reach from './reach.json';
import reason from './reason.json';
import server from './server.json';
import serverTitle from './serverTitle.json';
import settings from './settings.json';
import shape from './shape.json';
import shapeExample from './shapeExample.json';
import shortcut from './shortcut.json';
import speedDial from './speedDial.json';
import speedDialImport from './speedDialImport.json';
import sound from './sound.json';
import status from './status.json';
import theme from './theme.json';
import toast from './toast.json';
import toolbar from './toolbar.json';
import top from './top.json';

export const en = {
  about,
  action,
  announce,
  app,
  banner,
  call,
  cheatSheet,
  command,
  commandGroup,
  commandHelp,
  configure,
  dialProblem,
  directory,
  drag,
  error,
  fileName,
  fileProblem,
  history,
  key,
  layout,
  link,
  login,
  loginFailure,
  manager,
  palette,
  patternProblem,
  preferences,
  reach,
  reason,
  server,
  serverTitle,
  settings,
  shape,
  shapeExample,
  shortcut,
  speedDial,
  speedDialImport,
  sound,
  status,
  theme,
  toast,
  toolbar,
  top,
};
