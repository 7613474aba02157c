import { expect } from '@playwright/test';
import WebSocket from 'ws';
import { maxFrameBytes, protocolVersion, ServerMessage } from '../shared/protocol/messages';
import { demoPassword } from '../server/demo/world';
import { test } from './fixtures/test';

test.describe('a refused login says what is wrong and what to do', () => {
  const attempts: readonly [string, string, string, RegExp][] = [
    ['wrong password', 'maya', 'not it', /password/i],
    ['unknown user', 'nobody', demoPassword, /no user|unknown|not known/i],
    ["a manager's credentials", 'akowalska', demoPassword, /not an assistant|assistant/i],
  ];
  for (const [name, userId, password, message] of attempts) {
    test(name, async ({ assistant, page }) => {
      await page.getByLabel('User ID').fill(userId);
      await page.getByLabel('Password').fill(password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByRole('alert')).toContainText(message);
      await expect(page.getByLabel('User ID')).toHaveValue(userId);
      await assistant.signIn();
    });
  }
});

test.describe('a frame that breaks the protocol is answered, and nobody else is disturbed', () => {
  const hello = JSON.stringify({ type: 'hello', protocol: protocolVersion, appVersion: 'test' });
  const frames: readonly [string, string, string][] = [
    ['garbage', 'not json at all', 'badFrame'],
    ['an unknown message', JSON.stringify({ type: 'launchMissiles' }), 'badFrame'],
    ['an oversized frame', JSON.stringify({ type: 'hello', pad: 'x'.repeat(maxFrameBytes) }), 'frameTooLarge'],
    ['a wrong protocol version', hello.replace(`"protocol":${protocolVersion}`, '"protocol":999'), 'wrongVersion'],
  ];
  for (const [name, frame, code] of frames) {
    test(name, async ({ assistant, pbx, page, world }) => {
      await assistant.signIn();
      const messages = await answersTo(`ws://127.0.0.1:${world.ports.primary}`, frame);
      expect(messages.at(-1)).toMatchObject({ type: 'error', error: { code } });
      await pbx.press('+442079460118', 'dial', '60001');
      await expect(assistant.call(/Anna Kowalska/)).toBeVisible();
      await page.keyboard.press('F2');
      await pbx.expectAt('39001', 'connected');
      await expect(assistant.connection).toContainText('primary');
    });
  }
});

/** Sends one frame after the greeting and collects what comes back until the service closes. */
function answersTo(url: string, frame: string): Promise<ServerMessage[]> {
  return new Promise((resolve, reject) => {
    const messages: ServerMessage[] = [];
    const socket = new WebSocket(url);
    socket.once('open', () => socket.send(frame));
    socket.on('message', (data: Buffer) => messages.push(ServerMessage.parse(JSON.parse(data.toString('utf8')))));
    socket.once('close', () => resolve(messages));
    socket.once('error', reject);
  });
}
