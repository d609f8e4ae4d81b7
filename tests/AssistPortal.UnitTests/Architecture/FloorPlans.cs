namespace AssistPortal.UnitTests.Architecture;

/// <summary>The floors inside each project, from top to bottom.</summary>
internal static class FloorPlans
{
    /// <summary>Projects that are held to their plan; of the web only that its folders form no circle.</summary>
    public static readonly IReadOnlyList<string> Held = ["Data", "Mail"];

    public static readonly IReadOnlyDictionary<string, FloorPlan> All = new Dictionary<string, FloorPlan>(StringComparer.Ordinal)
    {
        ["Data"] = new("""
            Accounts       → Audit Database

            Audit
            Limits
            Revisions      → Database

            Composition
            Database
            Outgoing
            Paging
            Texts
            Time
            Work
            """),
        ["Mail"] = new("""
            Accounts       → Samples Sending Queue Templates
            Samples        → Digests Queue Templates
            Desk           → Queue

            Smtp           → Mime Sending Queue
            Mime           → Sending Digests Queue Calendars
            Sending        → Digests Watching Queue

            Digests        → Queue Templates Calendars
            Watching       → Queue
            Queue          → Templates Calendars

            Templates
            Calendars
            """),
        ["Assist"] = new("""
            Demo           → Ordering Consequences Attention Reminders Demand Invoicing Billing Meetings Orders Scheduling Producers Sites Packages

            Dashboard      → Attention Demand Orders Scheduling Offers
            Feeds          → Messages Texts Assignments Sessions Orders Producers Offers
            People         → Sites

            Ordering       → Consequences Demand Orders Scheduling Offers Sites Packages
            Managing       → Consequences Attention Reminders Messages Demand Invoicing Billing Sessions Updates Meetings Orders Scheduling
            Desk           → Consequences Attention Reminders Messages Invoicing Sessions Orders Scheduling
            Staffing       → Consequences Attention Assignments Sessions Orders Scheduling Producers

            Consequences   → Attention Reminders Messages Invoicing Billing Sessions Updates Meetings Orders Scheduling Producers

            Attention      → Assignments Sessions Orders Scheduling Producers Packages
            Reminders      → Messages Orders
            Messages       → Texts Billing Sessions Updates Access Orders Producers Sites Packages

            Texts          → Billing Orders Packages
            Demand         → Scheduling Packages
            Invoicing      → Billing Orders Scheduling
            Billing        → Orders Sites Packages

            Assignments    → Sessions Orders Scheduling Producers
            Sessions       → Orders Scheduling Producers Packages
            Updates        → Meetings Orders
            Meetings       → Access Orders Scheduling Sites
            Access         → Orders

            Orders         → Scheduling Producers Offers Sites Packages

            Scheduling     → Producers Offers Packages
            Producers      → Packages

            Offers         → Sites Packages
            Sites          → Packages
            Packages
            """),
        ["Trials"] = new("""
            Demo           → Ending Converting Devices HelpDesk Notices Partners Organisations Lifecycle

            Timekeeping    → Ending Converting Devices Notices Lifecycle
            Ending         → Buying HelpDesk Notices Organisations Lifecycle

            Buying         → Messages Notices Partners Organisations Lifecycle
            Converting     → HelpDesk Messages Notices Texts Partners Organisations Lifecycle
            Devices        → HelpDesk Messages Notices Lifecycle
            HelpDesk       → Messages Partners Lifecycle
            Guide          → Messages Notices Partners Lifecycle
            Extending      → Starting Notices Organisations Lifecycle
            Starting       → Organisations Lifecycle
            Contacting     → Lifecycle

            Messages       → Notices Texts Partners Organisations Lifecycle
            Notices        → Partners Organisations Lifecycle

            Texts          → Lifecycle

            Partners       → Lifecycle
            Organisations  → Lifecycle

            Lifecycle
            """),
    };
}
