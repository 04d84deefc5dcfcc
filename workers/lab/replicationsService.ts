import { runReplication } from "../../study/replication.ts";
import { replicationService } from "../replicationService.ts";

/** Replications of a study in the lab: the same rows as in any other thread. */
export const replicationsService = replicationService(runReplication);
