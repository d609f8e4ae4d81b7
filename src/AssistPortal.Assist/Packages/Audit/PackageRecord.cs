using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Packages.Audit;

/// <summary>An act on a service package.</summary>
internal abstract record PackageRecord(int PackageId) : AuditRecord<ServicePackage>($"{PackageId}");
