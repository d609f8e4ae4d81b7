using System.Reflection;
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
    /// <exception cref="PortalStartException">It says what Serilog does not know.</exception>
    public static void AddPortalLogging(this WebApplicationBuilder builder, ReloadableLogger logger)
    {
        try
        {
            logger.Reload(configuration => configuration
                .ReadFrom.Configuration(builder.Configuration)
                .Filter.ByExcluding(line => ToldInAnyCase.Contains(line.MessageTemplate.Text)));
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or IOException
            or UnauthorizedAccessException or TargetInvocationException)
        {
            throw new PortalStartException(
                $"Serilog can't be set up: {(fault.InnerException ?? fault).Message} Allowed is what Serilog's own "
                + "settings are.");
        }

        var configured = logger.Freeze();
        builder.Logging.ClearProviders().AddSerilog(configured);
        builder.Services.AddSingleton<Serilog.ILogger>(configured).AddSingleton<DiagnosticContext>();
    }
}
