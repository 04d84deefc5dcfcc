// The script of a Web Worker: bundled to dist/lab/browserWorker.js.
import { runReplication } from "../study/replication.ts";
import { ownChannel } from "./browserEndpoint.ts";
import { serveJobs } from "./jobService.ts";
import { replicationService } from "./replicationService.ts";

serveJobs(replicationService(runReplication), ownChannel());
