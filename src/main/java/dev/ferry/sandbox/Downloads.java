package dev.ferry.sandbox;

import dev.ferry.api.InQuery;
import dev.ferry.api.RequiredRole;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.Map;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/** Answers that are files, one of each kind there is. Ferry has no methods for them; a call by name reaches them. */
interface Downloads {
    /** {@code +gzip}: the log of a host. */
    @GET("api/atlas/v2/groups/{groupId}/clusters/{hostName}/logs/{logName}.gz")
    @RequiredRole("GROUP_READ_ONLY")
    Content clusterLog(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "startDate", type = Integer.class),
                        @NamedParam(value = "endDate", type = Integer.class),
                        @NamedParam(value = "envelope", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @Path("groupId") String groupId,
            @Path("hostName") String hostName,
            @Path("logName") String logName);

    /** {@code +csv}: the lines of an invoice. */
    @GET("api/atlas/v2/orgs/{orgId}/invoices/{invoiceId}/csv")
    @RequiredRole({"ORG_BILLING_ADMIN", "ORG_BILLING_READ_ONLY", "ORG_READ_ONLY"})
    Content invoice(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @Path("orgId") String orgId,
            @Path("invoiceId") String invoiceId);
}
