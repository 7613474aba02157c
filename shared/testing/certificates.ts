/** Certificates for tests: an authority of their own and what it issues, as PEM. Made with the platform's own cryptography. */
import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** Both PEM. */
export interface Identity {
  readonly certificate: string;
  readonly key: string;
}

export interface Authority {
  /** PEM. */
  readonly certificate: string;
  /** For these host names and addresses. */
  issue(hosts: readonly string[], validity: Validity): Promise<Identity>;
}

export async function createAuthority(name: string, validity: Validity): Promise<Authority> {
  const keys = await newKeys();
  const own = await X509CertificateGenerator.createSelfSigned({
    name: `O=Example, CN=${name}`,
    keys,
    signingAlgorithm: algorithm,
    ...validity,
    extensions: [
      new BasicConstraintsExtension(true, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  });
  return {
    certificate: own.toString('pem'),
    async issue(hosts, itsValidity) {
      const itsKeys = await newKeys();
      const issued = await X509CertificateGenerator.create({
        subject: `CN=${hosts[0] ?? 'nobody'}`,
        issuer: own.subject,
        publicKey: itsKeys.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: algorithm,
        ...itsValidity,
        extensions: [
          new BasicConstraintsExtension(false, undefined, true),
          new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
          new SubjectAlternativeNameExtension(
            hosts.map((value) => ({ type: isAddress(value) ? ('ip' as const) : ('dns' as const), value })),
          ),
        ],
      });
      const key = await crypto.subtle.exportKey('pkcs8', itsKeys.privateKey);
      return { certificate: issued.toString('pem'), key: PemConverter.encode(key, 'PRIVATE KEY') };
    },
  };
}

function newKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

function isAddress(host: string): boolean {
  return /^[\d.]+$|:/.test(host);
}
