import { beforeAll, expect, it } from 'vitest';
import { createAuthority } from '../../shared/testing/certificates';
import type { Authority, Identity } from '../../shared/testing/certificates';
import { AuthorityAnswer } from '../../shared/connection/authority';
import { readAuthority } from './authority';

const validity = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2030-06-01T12:00:00Z') };
let authority: Authority;
let server: Identity;
beforeAll(async () => {
  authority = await createAuthority('Example Authority', validity);
  server = await authority.issue(['ipma.example'], validity);
});

it('shows who it is, how long it is good for and its fingerprint', () => {
  const answer = readAuthority(authority.certificate);
  expect(AuthorityAnswer.parse(answer)).toEqual({
    status: 'read',
    certificates: [
      {
        subject: 'Example Authority, Example',
        issuer: 'Example Authority, Example',
        validFrom: validity.notBefore.getTime(),
        validTo: validity.notAfter.getTime(),
        fingerprint: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/) as string,
        isAuthority: true,
      },
    ],
  });
});

it('tells a server’s certificate from an authority’s, and takes several', () => {
  const answer = readAuthority(`# ours\r\n${authority.certificate}\r\n${server.certificate}`);
  expect(answer).toMatchObject({ status: 'read', certificates: [{ isAuthority: true }, { isAuthority: false }] });
});

it.each([
  ['nothing', () => '', 'noCertificate'],
  ['a text', () => 'Dear Maya', 'noCertificate'],
  ['half a certificate', () => authority.certificate.slice(0, 300), 'damaged'],
  ['a certificate with a hole', () => authority.certificate.replace(/\n.{40}/, '\n'), 'damaged'],
  ['a whole one and half a one', () => authority.certificate + authority.certificate.slice(0, 99), 'damaged'],
  ['a private key', () => server.key, 'privateKey'],
  ['a certificate with its private key', () => server.certificate + server.key, 'privateKey'],
])('%s is refused', (_what, pem, why) => {
  expect(readAuthority(pem())).toEqual({ status: 'refused', why });
});
