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

    /// <summary>Tells it without a stack, which stands in the log from the level <c>Debug</c> on.</summary>
    /// <param name="failure">What has ended the start, or the run.</param>
    /// <param name="isRunning">Whether it had started: a fault of the portal has its stack then.</param>
    /// <param name="logger">The log.</param>
    /// <returns>The exit code.</returns>
    public static int Tell(Exception failure, bool isRunning, Serilog.ILogger logger)
    {
        if (Settings(failure) is { } sentences)
        {
            foreach (var sentence in sentences)
            {
                logger.Fatal("The portal can't start: {Reason:l}", sentence);
            }

            return WrongSettings;
        }

        var cause = Surroundings(failure);
        if (cause is null && isRunning)
        {
            logger.Fatal(failure, "The portal can't run.");
            return Fault;
        }

        cause ??= failure;
        logger.Fatal("The portal can't run: {Reason:l} ({Exception:l})", Words(cause), cause.GetType().Name);
        logger.Debug(failure, "Where that came from");
        return Fault;
    }

    private static IEnumerable<string>? Settings(Exception failure) => failure switch
    {
        PortalStartException wrong => wrong.Sentences,
        OptionsValidationException invalid => invalid.Failures,
        AggregateException several when several.InnerExceptions.All(inner => Settings(inner) is not null) =>
            several.InnerExceptions.SelectMany(inner => Settings(inner)!),
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } => [failure.Message],
        InvalidDataException { Source: "Microsoft.Extensions.Configuration.FileExtensions" } =>
            [$"A file of settings can't be read: {(failure.InnerException ?? failure).Message} Allowed is JSON."],
        _ => null,
    };

    /// <summary>What lies outside the portal: its database, files and ports.</summary>
    private static Exception? Surroundings(Exception? failure) => failure switch
    {
        null or DbException or IOException or UnauthorizedAccessException or SocketException => failure,
        _ => Surroundings(failure.InnerException),
    };

    private static string Words(Exception cause) => cause is DbException
        ? $"the database that Database:ConnectionString names can't be used: {cause.Message}"
        : cause.Message;
}
