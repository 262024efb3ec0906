import type { AwsClient } from "aws4fetch";
import type { BlobStore } from "./store.ts";
import { checked, hashOf, proved } from "./store.ts";

export type S3Place = {
  /** Without a slash at its end: `https://s3.ca-central-1.amazonaws.com`, `http://minio:9000`. */
  readonly endpoint: string;
  readonly bucket: string;
  /** Before each name; empty or with a slash at its end. */
  readonly prefix: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
};

/** A bucket of S3 or of what speaks like it. Requests are signed by AWS Signature Version 4 and repeated when the store is busy. */
export function s3Store(place: S3Place): BlobStore {
  let client: AwsClient | undefined;
  async function ask(hash: string, method: string, body?: Uint8Array): Promise<Response> {
    const { AwsClient } = await import("aws4fetch");
    client ??= new AwsClient({ ...place, service: "s3", retries: 5 });
    const address = `${place.endpoint}/${place.bucket}/${place.prefix}${checked(hash)}`;
    const request = body === undefined ? { method } : { method, body: new Uint8Array(body) };
    const response = await client.fetch(address, request);
    if (response.ok || response.status === 404) return response;
    throw new Error(`The store answered ${response.status} to ${method} ${hash}.`);
  }
  const has = async (hash: string): Promise<boolean> => (await ask(hash, "HEAD")).ok;
  return {
    has,
    async get(hash) {
      const response = await ask(hash, "GET");
      if (!response.ok) return undefined;
      return proved(hash, new Uint8Array(await response.arrayBuffer()));
    },
    async put(bytes) {
      const hash = hashOf(bytes);
      if (!(await has(hash))) {
        const response = await ask(hash, "PUT", bytes);
        if (!response.ok) throw new Error(`There is no bucket "${place.bucket}".`);
      }
      return hash;
    },
  };
}
