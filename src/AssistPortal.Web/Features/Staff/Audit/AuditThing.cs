namespace AssistPortal.Web.Features.Staff.Audit;

/// <summary>A kind of thing that the audit trail names by its key, and people by a name.</summary>
public enum AuditThing
{
    Order,
    Session,
    Invoice,
    Meeting,
    Site,
    Package,
    Row,
    Contract,
    Producer,
    User,
    Mail,
    Wish,
    Trial,
    Member,
    Partner,
    Request,
    Shipment,
    Device,
    Job,
}
