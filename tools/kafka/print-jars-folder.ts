import { kafkaJarsFolder } from '@bindery/testing';

// For infra/docker/ci/images.sh, which builds an image around the jars.
kafkaJarsFolder().then(
  (folder) => process.stdout.write(`${folder}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
