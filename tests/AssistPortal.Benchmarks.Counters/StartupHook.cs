using System.Diagnostics.CodeAnalysis;
using AssistPortal.Benchmarks.Counters;

/// <summary>
/// Runs in the portal that is measured, before its own first line (<c>DOTNET_STARTUP_HOOKS</c>): the published portal
/// stays as it is delivered, and still tells what it asks of its database.
/// </summary>
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime looks for this name.")]
[SuppressMessage("Major Code Smell", "S3903:Types should be defined in named namespaces", Justification = "The same.")]
internal static class StartupHook
{
    /// <summary>Called by the runtime.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(CounterSocket.Variable) is { Length: > 0 } path)
        {
            // The portal's own children, if it ever has any, are not measured.
            Environment.SetEnvironmentVariable(CounterSocket.Variable, null);
            CounterSocket.Listen(path);
        }
    }
}
