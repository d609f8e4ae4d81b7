namespace AssistPortal.UnitTests.Architecture;

/// <summary>The floors inside each project, from top to bottom.</summary>
internal static class FloorPlans
{
    /// <summary>Projects that are held to their plan; of the web only that its folders form no circle.</summary>
    public static readonly IReadOnlyList<string> Held = ["Data", "Mail", "Assist", "Trials", "Web"];

    public static readonly IReadOnlyDictionary<string, FloorPlan> All =
        new Dictionary<string, FloorPlan>(StringComparer.Ordinal)
        {
            ["Data"] = new("""
            SignIn         → Accounts Audit Limits
            Accounts       → Audit Database

            Audit
            Limits
            Revisions      → Database
            Work           → Database

            Backups
            Checking
            Composition
            Database
            Outgoing
            Paging
            Settings
            Texts
            Time
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
            Demo           → Waiting Consequences Reminders Attention Invoicing Messages Demand Billing Meetings
                           → Orders Scheduling Producers Sites Packages

            Checking       → Ordering Waiting Orders Scheduling Packages
            Dashboard      → Waiting Attention Demand Orders Scheduling Offers Packages
            Reports        → Billing Orders
            People         → Feeds Sites
            Notices        → Messages Attention Sessions Orders Producers
            Feeds          → Messages Texts Assignments Sessions Orders Producers Offers

            Jobs           → Desk Staffing Managing Consequences Attention Billing Assignments Sessions Orders Producers

            Ordering       → Consequences Waiting Demand Orders Scheduling Offers Sites Packages
            Managing       → Consequences Waiting Messages Billing Access Demand Updates Meetings Orders Scheduling
                           → Sites
            Desk           → Consequences Waiting Invoicing Messages Texts Attention Billing Sessions Orders Scheduling
                           → Offers
            Calendars      → Attention Assignments Scheduling Producers
            Staffing       → Consequences Attention Assignments Sessions Orders Scheduling Producers

            Consequences   → Reminders Invoicing Messages Attention Billing Access Updates Sessions Meetings Orders
                           → Scheduling Producers

            Waiting        → Messages Demand Orders Scheduling Offers Sites Packages

            Reminders      → Messages Orders
            Invoicing      → Messages Billing Orders
            Messages       → Texts Attention Billing Access Updates Sessions Orders Producers Sites Packages

            Texts          → Billing Orders Packages
            Attention      → Assignments Sessions Orders Scheduling Producers Packages
            Assignments    → Sessions Orders Scheduling

            Billing        → Orders Sites Packages
            Access         → Orders
            Updates        → Meetings Orders
            Sessions       → Orders Scheduling Producers Packages
            Meetings       → Orders Scheduling Sites
            Demand         → Scheduling Packages

            Orders         → Scheduling Producers Offers Sites Packages

            Scheduling     → Offers Producers Packages
            Offers         → Producers Sites Packages
            Producers      → Packages
            Sites          → Packages
            Packages
            """),
            ["Trials"] = new("""
            Demo           → Ending Converting Devices HelpDesk Notices Partners Organisations Lifecycle

            Checking       → Ending Buying Messages Converting Notices Devices Organisations Lifecycle
            Timekeeping    → Ending Buying Lending Messages Notices Partners Lifecycle
            Desk           → Buying Messages HelpDesk Devices Lifecycle

            Ending         → Buying HelpDesk Notices Organisations Lifecycle
            Extending      → Starting Notices Organisations Lifecycle

            Starting       → Organisations Lifecycle
            Buying         → Messages Converting HelpDesk Notices Partners Organisations Lifecycle
            Lending        → Messages HelpDesk Devices Partners Lifecycle
            Contacting     → Lifecycle
            Guide          → Messages Notices Partners Lifecycle

            Messages       → Texts Converting HelpDesk Notices Devices Partners Organisations Lifecycle

            Texts          → Converting HelpDesk Devices Lifecycle

            Notices        → Partners Organisations Lifecycle
            HelpDesk       → Devices Partners Lifecycle
            Converting     → Organisations Lifecycle

            Partners       → Lifecycle
            Organisations  → Lifecycle
            Devices        → Lifecycle

            Lifecycle
            """),
        };
}
