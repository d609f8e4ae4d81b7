using Serilog;
using Serilog.Extensions.Hosting;

namespace AssistPortal.Web.Composition;

internal static class PortalLogging
{
    /// <summary>The framework's words for what <see cref="StartFailure"/> tells shorter.</summary>
    private static readonly string[] ToldInAnyCase = ["Hosting failed to start", "Unable to start Kestrel."];

    /// <summary>What is logged before the settings are read goes to the console.</summary>
    public static ReloadableLogger Begin() =>
        new LoggerConfiguration().WriteTo.Console(new LogLineFormatter()).CreateBootstrapLogger();

    /// <summary>
    /// From here on structured logs by Serilog, as the <c>Serilog</c> section says. Trace ids tie the lines of a
    /// request together.
    /// </summary>
    public static void AddPortalLogging(this WebApplicationBuilder builder, ReloadableLogger logger)
    {
        logger.Reload(configuration => configuration
            .ReadFrom.Configuration(builder.Configuration)
            .Filter.ByExcluding(line => ToldInAnyCase.Contains(line.MessageTemplate.Text)));
        var configured = logger.Freeze();
        builder.Logging.ClearProviders().AddSerilog(configured);
        builder.Services.AddSingleton<Serilog.ILogger>(configured).AddSingleton<DiagnosticContext>();
    }
}
