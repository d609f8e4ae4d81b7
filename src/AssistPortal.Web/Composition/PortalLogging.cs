using Serilog;

namespace AssistPortal.Web.Composition;

internal static class PortalLogging
{
    /// <summary>Structured logs by Serilog, as the <c>Serilog</c> section says. Trace ids tie the lines of a request together.</summary>
    public static void AddPortalLogging(this WebApplicationBuilder builder)
    {
        var logger = new LoggerConfiguration().ReadFrom.Configuration(builder.Configuration).CreateLogger();
        builder.Logging.ClearProviders().AddSerilog(logger, dispose: true);
    }
}
