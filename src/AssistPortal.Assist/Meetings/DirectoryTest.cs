using AssistPortal.Assist.Sites;
using Microsoft.Extensions.Options;

namespace AssistPortal.Assist.Meetings;

/// <summary>Tries whether a site's meeting directory can be asked, for staff who set it up.</summary>
public sealed class DirectoryTest
{
    private readonly IEnumerable<IMeetingDirectory> directories;
    private readonly IOptions<DirectoryOptions> options;

    internal DirectoryTest(IEnumerable<IMeetingDirectory> directories, IOptions<DirectoryOptions> options)
    {
        this.directories = directories;
        this.options = options;
    }

    /// <summary>Asks for something harmless, and takes no longer than a host would be kept waiting.</summary>
    public async Task<DirectoryTestResult> RunAsync(Site site, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.Value.Patience);
        try
        {
            await directories.Single(directory => directory.Kind == site.DirectoryKind)
                .TestAsync(site, patience.Token)
                .WaitAsync(patience.Token);
            return new DirectoryTestResult(null, null);
        }
        catch (DirectoryException fault)
        {
            return new DirectoryTestResult(fault.Fault, fault.TrackingId);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DirectoryTestResult(DirectoryFault.Unavailable, null);
        }
    }
}

/// <summary>What came of a test.</summary>
/// <param name="Fault">Why it failed; null when the directory works.</param>
/// <param name="TrackingId">The directory's own name for the failed request.</param>
public sealed record DirectoryTestResult(DirectoryFault? Fault, string? TrackingId);
