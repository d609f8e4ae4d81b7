using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Packages.Audit;

/// <summary>Terms or names of a service package are changed.</summary>
[AuditAction("package.changed")]
internal sealed record PackageChanged(int PackageId, Change<PackageDetails> Package) : PackageRecord(PackageId);
