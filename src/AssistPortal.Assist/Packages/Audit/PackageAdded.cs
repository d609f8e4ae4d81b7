using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Packages.Audit;

/// <summary>A service package is added.</summary>
[AuditAction("package.added")]
internal sealed record PackageAdded(int PackageId, Change<PackageDetails> Package) : PackageRecord(PackageId);
