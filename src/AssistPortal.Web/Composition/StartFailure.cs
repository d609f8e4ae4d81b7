using System.Data.Common;
using System.Net.Sockets;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace AssistPortal.Web.Composition;

/// <summary>Why the portal does not run, in words for whoever started it, and its exit code.</summary>
internal static class StartFailure
{
    private const int Fault = 1;

    // EX_CONFIG of sysexits.h.
    private const int WrongSettings = 78;

    /// <summary>Tests, and tools that only build the host, want the exception itself.</summary>
    public static bool IsToBeTold(Exception failure) =>
        failure is not HostAbortedException && Assembly.GetEntryAssembly() == typeof(Program).Assembly;

    /// <returns>The exit code.</returns>
    public static int Tell(Exception failure, Serilog.ILogger logger)
    {
        if (Settings(failure) is { } sentences)
        {
            foreach (var sentence in sentences)
            {
                logger.Fatal("The portal can't start: {Reason:l}", sentence);
            }

            return WrongSettings;
        }

        if (Surroundings(failure) is { } cause)
        {
            logger.Fatal("The portal can't run: {Reason:l} ({Exception:l})", cause.Message, cause.GetType().Name);
        }
        else
        {
            logger.Fatal(failure, "The portal can't run.");
        }

        return Fault;
    }

    private static IEnumerable<string>? Settings(Exception failure) => failure switch
    {
        PortalStartException => [failure.Message],
        OptionsValidationException invalid => invalid.Failures,
        AggregateException several when several.InnerExceptions.All(inner => Settings(inner) is not null) =>
            several.InnerExceptions.SelectMany(inner => Settings(inner)!),
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } => [failure.Message],
        _ => null,
    };

    /// <summary>What lies outside the portal: its database, files and ports.</summary>
    private static Exception? Surroundings(Exception? failure) => failure switch
    {
        null or DbException or IOException or UnauthorizedAccessException or SocketException => failure,
        _ => Surroundings(failure.InnerException),
    };
}
