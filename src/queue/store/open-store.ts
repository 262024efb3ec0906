import { fileURLToPath } from "node:url";
import { fileStore } from "./file-store.ts";
import { s3Store } from "./s3-store.ts";
import type { BlobStore } from "./store.ts";

/**
 * A store by its address: a folder, `file:///shared/dossier`, or `s3://bucket/prefix` with `?endpoint=` and `?region=` where it is not
 * Amazon's. Keys come from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.
 */
export function openStore(
  address: string,
  environment: Readonly<Record<string, string | undefined>>,
): BlobStore {
  if (address.startsWith("file:")) return fileStore(fileURLToPath(address));
  if (!address.startsWith("s3:")) return fileStore(address);
  const url = new URL(address);
  const region = url.searchParams.get("region") ?? environment["AWS_REGION"] ?? "us-east-1";
  // A variable that is set to nothing is as good as none.
  const accessKeyId = environment["AWS_ACCESS_KEY_ID"] ?? "";
  const secretAccessKey = environment["AWS_SECRET_ACCESS_KEY"] ?? "";
  const sessionToken = environment["AWS_SESSION_TOKEN"] ?? "";
  if (accessKeyId === "" || secretAccessKey === "")
    throw new Error("Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY for the store.");
  const path = url.pathname.replace(/^\/+|\/+$/g, "");
  return s3Store({
    endpoint: (url.searchParams.get("endpoint") ?? `https://s3.${region}.amazonaws.com`).replace(
      /\/+$/,
      "",
    ),
    bucket: url.hostname,
    prefix: path === "" ? "" : `${path}/`,
    region,
    accessKeyId,
    secretAccessKey,
    ...(sessionToken === "" ? {} : { sessionToken }),
  });
}
