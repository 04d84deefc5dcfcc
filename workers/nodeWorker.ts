// The script of a worker thread in Node: bundled to dist/worker.js.
import { runReplication } from "../study/replication.ts";
import { serveJobs } from "./jobService.ts";
import { ownChannel } from "./nodeEndpoint.ts";
import { replicationService } from "./replicationService.ts";

serveJobs(replicationService(runReplication), ownChannel());
