/** What the login and the main window say: in the page from the start. One file an area of the screen. */
import action from './action.json';
import announce from './announce.json';
import app from './app.json';
import banner from './banner.json';
import call from './call.json';
import command from './command.json';
import commandHelp from './commandHelp.json';
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
import reason from './reason.json';
import server from './server.json';
import serverTitle from './serverTitle.json';
import speedDial from './speedDial.json';
import sound from './sound.json';
import status from './status.json';
import theme from './theme.json';
import toast from './toast.json';
import toolbar from './toolbar.json';
import top from './top.json';

export const first = {
  action,
  announce,
  app,
  banner,
  call,
  command,
  commandHelp,
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
  reason,
  server,
  serverTitle,
  speedDial,
  sound,
  status,
  theme,
  toast,
  toolbar,
  top,
};
