using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AssistPortal.Web.Composition;

/// <summary>Whether the data folder can still be written, where mails and an embedded database lie.</summary>
internal sealed class DataFolderHealthCheck(DataFolder folder) : IHealthCheck
{
    /// <summary>In octets: some mails, or a save of the database.</summary>
    private const int Needed = 1024 * 1024;

    private const int Tried = 64 * 1024;

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if (new DriveInfo(folder.Path).AvailableFreeSpace < Needed)
            {
                return new HealthCheckResult(
                    context.Registration.FailureStatus, "The disk of the data folder is full.");
            }

            // Quotas and rights are told by trying only.
            var file = Path.Combine(folder.Path, $".health-{Guid.NewGuid():n}");
            await using var stream = new FileStream(
                file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.DeleteOnClose);
            await stream.WriteAsync(new byte[Tried], cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new HealthCheckResult(
                context.Registration.FailureStatus, "The data folder can't be written.");
        }
    }
}

/// <param name="Path">The folder's full path.</param>
internal sealed record DataFolder(string Path);
