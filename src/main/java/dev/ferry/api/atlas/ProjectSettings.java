package dev.ferry.api.atlas;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which features are on in a project.
 *
 * @param isCollectDatabaseSpecificsStatisticsEnabled statistics of each database
 * @param isDataExplorerEnabled the data explorer
 * @param isDataExplorerGenAIFeaturesEnabled generative features of the data explorer
 * @param isDataExplorerGenAISampleDocumentPassingEnabled sample documents for those features
 * @param isDataValidationEnabled checks of data
 * @param isClusterAiAssistantEnabled the assistant of clusters
 * @param isExtendedStorageSizesEnabled extended storage sizes
 * @param isNativeRerankingEnabled reranking of search results
 * @param isPerformanceAdvisorEnabled the performance advisor
 * @param isRealtimePerformancePanelEnabled the real time panel
 * @param isSchemaAdvisorEnabled the schema advisor
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupsettings">Atlas Administration API</a>
 */
public record ProjectSettings(
        @Nullable Boolean isCollectDatabaseSpecificsStatisticsEnabled,
        @Nullable Boolean isDataExplorerEnabled,
        @Nullable Boolean isDataExplorerGenAIFeaturesEnabled,
        @Nullable Boolean isDataExplorerGenAISampleDocumentPassingEnabled,
        @Nullable Boolean isDataValidationEnabled,
        @Nullable Boolean isClusterAiAssistantEnabled,
        @Nullable Boolean isExtendedStorageSizesEnabled,
        @Nullable Boolean isNativeRerankingEnabled,
        @Nullable Boolean isPerformanceAdvisorEnabled,
        @Nullable Boolean isRealtimePerformancePanelEnabled,
        @Nullable Boolean isSchemaAdvisorEnabled,
        Map<String, Object> more) {}
